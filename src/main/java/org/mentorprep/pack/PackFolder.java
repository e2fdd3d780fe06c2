package org.mentorprep.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Fetches the texts of a pack from where it lies: the class path, inside a jar too, or a
 * directory.
 */
public class PackFolder {

	private final ResourcePatternResolver resources;

	public PackFolder(ResourcePatternResolver resources) {
		this.resources = resources;
	}

	/**
	 * @param location a Spring resource location, for example
	 * {@code classpath:packs/mentor-prep} or {@code file:/srv/packs/ours}
	 * @throws PackRefused if it holds no pack, or something that is no text
	 */
	public PackFiles files(String location) {
		PackTexts texts = new PackTexts(location);
		try {
			String folder = location.endsWith("/") ? location : location + "/";
			Resource pack = this.resources.getResource(folder + "pack.yaml");
			if (!pack.exists()) {
				throw texts.refused("pack.yaml", "There is no pack.yaml in " + location + ".");
			}
			String root = pack.getURL().toString();
			read(folder, root.substring(0, root.length() - "pack.yaml".length()), texts);
			return texts.files();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read(String folder, String root, PackTexts texts) throws IOException {
		for (Resource resource : this.resources.getResources(folder + "**")) {
			String url = resource.getURL().toString();
			String path = url.startsWith(root) ? decoded(url.substring(root.length())) : "";
			if (path.isEmpty() || path.endsWith("/") || PackTexts.hidden(path) || !resource.isReadable()) {
				continue;
			}
			try (InputStream stream = resource.getInputStream()) {
				texts.add(path, stream);
			}
		}
	}

	private static String decoded(String path) {
		return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

}
