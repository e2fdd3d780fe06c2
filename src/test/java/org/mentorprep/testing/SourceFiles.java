package org.mentorprep.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/**
 * The files of the project as they stand in the checkout, for tests that hold up habits.
 */
public final class SourceFiles {

	private SourceFiles() {
	}

	/** All files below a folder whose name ends so, in order. */
	public static Stream<Path> in(Path root, String ending) {
		try (Stream<Path> all = Files.walk(root)) {
			return all.filter((file) -> file.toString().endsWith(ending)).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The methods with more lines between their braces, as the compiler sees them. */
	public static List<String> methodsLongerThan(int lines, Path root) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjectsFromPaths(in(root, ".java").toList()));
			SourcePositions positions = Trees.instance(task).getSourcePositions();
			List<String> longer = new ArrayList<>();
			for (CompilationUnitTree unit : task.parse()) {
				new Methods(unit, positions, lines, longer).scan(unit, null);
			}
			return longer;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Notes long methods while it walks through a file. */
	private static final class Methods extends TreeScanner<Void, Void> {

		private final CompilationUnitTree unit;

		private final SourcePositions positions;

		private final int most;

		private final List<String> longer;

		Methods(CompilationUnitTree unit, SourcePositions positions, int most, List<String> longer) {
			this.unit = unit;
			this.positions = positions;
			this.most = most;
			this.longer = longer;
		}

		@Override
		public Void visitMethod(MethodTree method, Void nothing) {
			if (method.getBody() != null) {
				LineMap lines = this.unit.getLineMap();
				long first = lines.getLineNumber(this.positions.getStartPosition(this.unit, method.getBody()));
				long last = lines.getLineNumber(this.positions.getEndPosition(this.unit, method.getBody()));
				if (last - first - 1 > this.most) {
					this.longer.add(this.unit.getSourceFile().getName() + " " + method.getName());
				}
			}
			return super.visitMethod(method, nothing);
		}

	}

}
