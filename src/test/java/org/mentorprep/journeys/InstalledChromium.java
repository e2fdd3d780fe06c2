package org.mentorprep.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives each journey a fresh profile in the Chromium that the machine has. Without one
 * the journey is reported as skipped; under CI it fails. One browser process serves all.
 */
public class InstalledChromium implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

	/** For a busy machine, in milliseconds: asking and seeing wait alike. */
	private static final int PATIENCE = 30_000;

	private static final Namespace NAMESPACE = Namespace.create(InstalledChromium.class);

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/opt/google/chrome/chrome",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

	/**
	 * Keeps the browser from calling home and from needing a sandbox that root can't
	 * have.
	 */
	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	@Override
	public void beforeAll(ExtensionContext context) {
		if (executable().isEmpty()) {
			String reason = "No Chromium or Chrome found; CHROMIUM names one";
			if (System.getenv("CI") != null) {
				throw new IllegalStateException(reason);
			}
			throw new TestAbortedException(reason);
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == BrowserContext.class;
	}

	@Override
	public BrowserContext resolveParameter(ParameterContext parameter, ExtensionContext context) {
		BrowserContext profile = browser(context).newContext(options(parameter));
		profile.setDefaultTimeout(PATIENCE);
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		context.getStore(NAMESPACE).put("profile", profile);
		return profile;
	}

	/**
	 * One more profile, that refuses the cookies of a site while it is in the frame of
	 * another. To be closed by the test.
	 */
	static BrowserContext blockingCookies(BrowserContext like, Path profile, URI framed, URI top) {
		try {
			Files.createDirectories(profile.resolve("Default"));
			Files.writeString(profile.resolve("Default").resolve("Preferences"), """
					{"profile":{"content_settings":{"exceptions":{"cookies":{"%s,%s":{"setting":2}}}}}}"""
				.formatted(framed, top));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		BrowserContext blocking = like.browser()
			.browserType()
			.launchPersistentContext(profile,
					new BrowserType.LaunchPersistentContextOptions().setExecutablePath(executable().orElseThrow())
						.setArgs(ARGUMENTS)
						.setLocale("en-GB"));
		blocking.setDefaultTimeout(PATIENCE);
		return blocking;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Optional.ofNullable(context.getStore(NAMESPACE).remove("profile", BrowserContext.class))
			.ifPresent(BrowserContext::close);
	}

	private static Browser.NewContextOptions options(ParameterContext parameter) {
		boolean scriptless = parameter.isAnnotated(WithoutJavaScript.class);
		return new Browser.NewContextOptions().setJavaScriptEnabled(!scriptless).setLocale("en-GB");
	}

	private static Browser browser(ExtensionContext context) {
		return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
			.getOrComputeIfAbsent("chromium", (unused) -> new Running(), Running.class).browser;
	}

	private static Optional<Path> executable() {
		return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** The browser process, ended by JUnit after the last test. */
	private static final class Running implements AutoCloseable {

		private final Playwright playwright = Playwright.create();

		private final Browser browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable().orElseThrow()).setArgs(ARGUMENTS));

		@Override
		public void close() {
			this.browser.close();
			this.playwright.close();
		}

	}

}
