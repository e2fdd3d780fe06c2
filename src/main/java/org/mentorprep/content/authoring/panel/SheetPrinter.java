package org.mentorprep.content.authoring.panel;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Makes the page of a sheet: one file that needs nothing else, to be printed. It works
 * without a Spring context, as the commands of authors do.
 */
public class SheetPrinter {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	public SheetPrinter() {
		ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.engine.setTemplateResolver(templates);
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/content", "messages/activity");
		messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
		messages.setFallbackToSystemLocale(false);
		this.engine.setTemplateEngineMessageSource(messages);
	}

	public String page(PanelSheet sheet) {
		return this.engine.process("content/panel-sheet", new Context(Locale.UK, Map.of("page", sheet)));
	}

}
