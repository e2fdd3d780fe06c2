package org.mentorprep.pack;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

import org.mentorprep.yaml.Problems;

/**
 * Makes safe HTML of an author's Markdown. Raw HTML is shown as the text it is; what
 * comes of it passes an allow-list all the same, so that safety rests on neither alone.
 */
class Markdown {

	private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());

	/** Quotes, lists and emphasis within each other; what reads a page recurses. */
	private static final int MAX_DEPTH = 30;

	/**
	 * Signs of emphasis, code and links in one paragraph: the parser recurses for each,
	 * or looks from each to the end of the paragraph.
	 */
	private static final int MAX_SIGNS = 1_000;

	private static final Pattern PARAGRAPH = Pattern.compile("\n\\s*\n");

	private static final Pattern SIGNS = Pattern.compile("\\*+|_+|`+|[\\[<]");

	private final Parser parser = Parser.builder()
		.extensions(EXTENSIONS)
		.includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
		.maxOpenBlockParsers(2 * MAX_DEPTH)
		.build();

	private final HtmlRenderer renderer = HtmlRenderer.builder()
		.extensions(EXTENSIONS)
		.escapeHtml(true)
		.sanitizeUrls(true)
		.attributeProviderFactory((context) -> (node, tag, attributes) -> scope(tag, attributes))
		.build();

	/** Links leave the frame, or the page of the tool would be gone. */
	private final Safelist allowed = new Safelist()
		.addTags("p", "br", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "code", "pre", "hr",
				"table", "thead", "tbody", "tr", "th", "td", "a")
		.addAttributes("ol", "start")
		.addAttributes("th", "scope")
		.addAttributes("a", "href")
		.addProtocols("a", "href", "https", "mailto")
		.addEnforcedAttribute("a", "target", "_blank")
		.addEnforcedAttribute("a", "rel", "noopener noreferrer");

	String html(String markdown) {
		Node page = isTooDense(markdown) ? null : this.parser.parse(markdown);
		String html = (page == null || isTooDeep(page)) ? Entities.escape(markdown) : this.renderer.render(page);
		return Jsoup.clean(html, "", this.allowed, new Document.OutputSettings().prettyPrint(false)).strip();
	}

	/**
	 * @param firstLine the line of the file on which the Markdown begins
	 */
	void check(String path, String markdown, int firstLine, Problems problems) {
		if (markdown.isBlank()) {
			problems.add(path, firstLine, "This page says nothing.");
		}
		Node page = isTooDense(markdown) ? null : this.parser.parse(markdown);
		if (page == null) {
			problems.add(path, firstLine, "A paragraph has at most " + MAX_SIGNS
					+ " signs of emphasis, code and links, and one here has more.");
			return;
		}
		if (isTooDeep(page)) {
			problems.add(path, firstLine, "Quotes, lists and emphasis stand in each other at most " + MAX_DEPTH
					+ " deep, and some here are deeper.");
			return;
		}
		page.accept(new Reader(path, firstLine, problems));
	}

	private static boolean isTooDense(String markdown) {
		return PARAGRAPH.splitAsStream(markdown)
			.anyMatch((paragraph) -> SIGNS.matcher(paragraph).results().limit(MAX_SIGNS + 1).count() > MAX_SIGNS);
	}

	/** Without recursion. */
	private static boolean isTooDeep(Node page) {
		int depth = 0;
		Node node = page;
		while (node != null && depth <= MAX_DEPTH) {
			if (node.getFirstChild() != null) {
				node = node.getFirstChild();
				depth++;
				continue;
			}
			while (node != null && node.getNext() == null) {
				node = node.getParent();
				depth--;
			}
			node = (node != null) ? node.getNext() : null;
		}
		return depth > MAX_DEPTH;
	}

	private static void scope(String tag, Map<String, String> attributes) {
		attributes.remove("align");
		if (tag.equals("th")) {
			attributes.put("scope", "col");
		}
	}

	/** Looks at what a page may not hold. */
	private static final class Reader extends AbstractVisitor {

		private final String path;

		private final int firstLine;

		private final Problems problems;

		private int level = 1;

		Reader(String path, int firstLine, Problems problems) {
			this.path = path;
			this.firstLine = firstLine;
			this.problems = problems;
		}

		@Override
		public void visit(Heading heading) {
			if (heading.getLevel() == 1) {
				add(heading, "The title stands in the front matter; headings of the page begin with ##.");
			}
			else if (heading.getLevel() > 4) {
				add(heading, "A page has headings of two, three and four # only.");
			}
			else if (heading.getLevel() > this.level + 1) {
				add(heading, "This heading skips a level.");
			}
			this.level = heading.getLevel();
			visitChildren(heading);
		}

		@Override
		public void visit(Image image) {
			if (words(image).isBlank()) {
				add(image, "This picture has no text for those who can't see it: ![text](file).");
			}
			add(image, "A pack can't hold pictures yet, and pictures from elsewhere would tell others who reads.");
		}

		@Override
		public void visit(Link link) {
			if (words(link).isBlank()) {
				add(link, "This link has no words.");
			}
			if (!link.getDestination().matches("(https|mailto):.+")) {
				add(link, "A link begins with https: or mailto: and " + link.getDestination() + " does not.");
			}
			visitChildren(link);
		}

		private void add(Node node, String sentence) {
			int line = node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().get(0).getLineIndex();
			this.problems.add(this.path, this.firstLine + line, sentence);
		}

		private static String words(Node node) {
			StringBuilder words = new StringBuilder();
			node.accept(new AbstractVisitor() {
				@Override
				public void visit(Text text) {
					words.append(text.getLiteral());
				}
			});
			return words.toString();
		}

	}

}
