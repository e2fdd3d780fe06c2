package org.mentorprep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

import org.mentorprep.testing.Rings;
import org.mentorprep.testing.SourceFiles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the architecture: which package uses which, that no packages use each other in a
 * ring, names, visibility, the clock, HTTP, SQL, introductions and sizes. Three lists
 * name what does not keep a rule yet; each test fails if its list names too much, so that
 * the lists only shrink.
 */
class ArchitectureTests {

	private static final String ROOT = "org.mentorprep";

	private static final Path MAIN = Path.of("src/main/java");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	private static final ApplicationModules MODULES = ApplicationModules.of(MentorprepApplication.class);

	/** Packages below {@link #ROOT} that use each other in a ring. */
	private static final Set<Set<String>> RINGS_LEFT = Set.of();

	/** Packages within packages of which no more than half of the types are hidden. */
	private static final Set<String> OPEN_SUB_PACKAGES_LEFT = Set.of();

	/** Types with SQL that are no repositories. */
	private static final Set<String> SQL_OUTSIDE_REPOSITORIES_LEFT = """
			""".lines().collect(Collectors.toSet());

	private static final Pattern SQL_LIST = Pattern.compile("(?i)\\bin\\s*\\(\\s*:(\\w+)\\s*\\)");

	/**
	 * By the size of a batch (claims, found, ids, numbers, states), the failures of one
	 * run (leftOut), the modules of a pack (modules) or the constants of an enum.
	 */
	private static final Set<String> BOUNDED_SQL_LISTS = Set.of("claims", "found", "ids", "leftOut", "modules",
			"numbers", "odd", "outages", "states");

	private static final Pattern ROWS_AS_STREAM = Pattern
		.compile("\\.query\\([^;()]*(\\([^()]*\\))?[^;()]*\\)\\s*\\.stream\\(");

	/** Packages whose sub-packages may be open: their types are what others work with. */
	private static final Pattern OPEN_SUB_PACKAGES = Pattern.compile("activity\\..*|lti\\..*");

	@Test
	void everyPackageUsesOnlyWhatItsPackageInfoAllows() {
		MODULES.verify();
	}

	@Test
	void packagesCanBeDrawn() {
		new Documenter(MODULES).writeModulesAsPlantUml();
		assertThat(Path.of("target/spring-modulith-docs/components.puml")).content().contains("Passback");
	}

	/**
	 * Sub-packages are packages of their own. Every package may use the one at the top.
	 */
	@Test
	void noPackagesUseEachOtherInARing() {
		Map<String, Set<String>> uses = MAIN_CLASSES.stream()
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.filter((dependency) -> isBelowRoot(dependency.getOriginClass())
					&& isBelowRoot(dependency.getTargetClass()))
			.collect(Collectors.groupingBy((dependency) -> below(dependency.getOriginClass().getPackageName()),
					Collectors.mapping(ArchitectureTests::target, Collectors.toSet())));
		assertThat(new Rings(uses).all()).as("rings of packages").isEqualTo(RINGS_LEFT);
	}

	@Test
	void packageWithinAPackageHidesMoreThanHalfOfItsTypes() {
		Map<String, List<JavaClass>> packages = MAIN_CLASSES.stream()
			.filter((type) -> type.isTopLevelClass() && isBelowRoot(type) && isNoPackageInfo(type))
			.filter((type) -> below(type.getPackageName()).contains("."))
			.collect(Collectors.groupingBy((type) -> below(type.getPackageName())));
		packages.values()
			.removeIf((types) -> 2 * types.stream().filter(ArchitectureTests::isHidden).count() > types.size());
		packages.keySet().removeIf(OPEN_SUB_PACKAGES.asMatchPredicate());
		assertThat(packages.keySet()).as("sub-packages that are open for the most part")
			.isEqualTo(OPEN_SUB_PACKAGES_LEFT);
	}

	/** Besides them, configuration at the top makes the client that they use. */
	@Test
	void onlyRepositoriesSeeSql() {
		Set<String> others = MAIN_CLASSES.stream()
			.filter((type) -> !type.getPackageName().equals(ROOT))
			.filter((type) -> type.getDirectDependenciesFromSelf()
				.stream()
				.anyMatch((dependency) -> dependency.getTargetClass()
					.getPackageName()
					.startsWith("org.springframework.jdbc")))
			.map(ArchitectureTests::outermost)
			.filter((type) -> !type.isMetaAnnotatedWith(Repository.class))
			.map((type) -> below(type.getName()))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(others).as("types with SQL that are no @Repository").isEqualTo(SQL_OUTSIDE_REPOSITORIES_LEFT);
	}

	@Test
	void typesAreNamedForWhatTheyAreNotForTheirLayer() {
		noClasses().should()
			.haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|DTO|Mapper)")
			.because("a suffix for a layer says nothing of the thing")
			.check(MAIN_CLASSES);
	}

	@Test
	void controllersAndConfigurationsArePrivateToTheirPackage() {
		classes().that()
			.areMetaAnnotatedWith(Controller.class)
			.or()
			.areAnnotatedWith(Configuration.class)
			.should()
			.notBePublic()
			.allowEmptyShould(true)
			.check(MAIN_CLASSES);
	}

	@Test
	void nothingIsInjectedIntoFields() {
		noFields().should().beAnnotatedWith(Autowired.class).check(MAIN_CLASSES);
	}

	/** It would run on every node, and the operator would not see it. */
	@Test
	void recurringWorkIsATaskOfTheScheduler() {
		noMethods().should().beAnnotatedWith(Scheduled.class).check(MAIN_CLASSES);
	}

	@Test
	void loggersAreCalledLog() {
		fields().that().haveRawType(Logger.class).should().haveName("log").check(MAIN_CLASSES);
	}

	@Test
	void timeComesFromTheClock() {
		noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(LocalDate.class, "now")
			.orShould()
			.callMethod(ZonedDateTime.class, "now")
			.orShould()
			.callMethod(OffsetDateTime.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.because("a test must be able to set the time")
			.check(MAIN_CLASSES);
	}

	@Test
	void onlyTheWireAndThePlatformsSpeakHttp() {
		noClasses().that()
			.resideOutsideOfPackages("org.mentorprep.lti.service..", "org.mentorprep.platform..",
					"org.mentorprep.registration..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.net.http..", "org.springframework.web.client..", "org.apache.hc..")
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.net.HttpURLConnection")
			.check(MAIN_CLASSES);
	}

	@Test
	void theWireKnowsNoDatabaseAndNoMvc() {
		noClasses().that()
			.resideInAPackage("org.mentorprep.lti..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.jdbc..", "org.springframework.web.servlet..",
					"org.springframework.web.bind..")
			.check(MAIN_CLASSES);
	}

	@Test
	void activitiesArePure() {
		noClasses().that()
			.resideInAPackage("org.mentorprep.activity..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "java.time..", "java.io..", "java.nio..")
			.orShould()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.security.SecureRandom")
			.check(MAIN_CLASSES
				.that(DescribedPredicate.describe("not a package-info", ArchitectureTests::isNoPackageInfo)));
	}

	@Test
	void everyPackageIntroducesItself() {
		List<String> silent = SourceFiles.in(MAIN, ".java")
			.map(Path::getParent)
			.distinct()
			.filter((folder) -> !Files.exists(folder.resolve("package-info.java")))
			.map(Path::toString)
			.toList();
		assertThat(silent).as("packages without package-info.java").isEmpty();
	}

	@Test
	void everyTypeIntroducesItself() {
		List<String> silent = SourceFiles.in(MAIN, ".java")
			.filter((file) -> !file.endsWith("package-info.java"))
			.filter((file) -> !isIntroduced(SourceFiles.read(file)))
			.map(Path::toString)
			.toList();
		assertThat(silent).as("types without a sentence on why they exist").isEmpty();
	}

	@Test
	void filesStaySmall() {
		assertThat(longer(MAIN, ".java", 300)).as("Java files of more than 300 lines").isEmpty();
	}

	@Test
	void methodsStaySmall() {
		assertThat(SourceFiles.methodsLongerThan(30, MAIN)).as("methods of more than 30 lines").isEmpty();
	}

	@Test
	void templatesStaySmall() {
		assertThat(longer(TEMPLATES, ".html", 100)).as("templates of more than 100 lines").isEmpty();
	}

	/** A list that grows with people or courses goes by a join, or by batches. */
	@Test
	@DisplayName("F27: lists in SQL are bounded")
	void listsInSqlAreBounded() {
		Set<String> lists = SourceFiles.in(MAIN, ".java")
			.flatMap((file) -> SQL_LIST.matcher(SourceFiles.read(file)).results())
			.map((list) -> list.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(lists).as("lists in SQL that nobody said are bounded").isEqualTo(BOUNDED_SQL_LISTS);
	}

	/** A stream of rows keeps its connection until somebody closes it. */
	@Test
	void rowsAreReadAsListsNotAsStreams() {
		assertThat(SourceFiles.in(MAIN, ".java")
			.filter((file) -> ROWS_AS_STREAM.matcher(SourceFiles.read(file)).find())
			.map(Path::toString)
			.toList()).as("files that stream rows").isEmpty();
	}

	private static boolean isBelowRoot(JavaClass type) {
		return type.getPackageName().startsWith(ROOT + ".");
	}

	private static String below(String name) {
		return name.substring(ROOT.length() + 1);
	}

	private static String target(Dependency dependency) {
		return below(dependency.getTargetClass().getPackageName());
	}

	private static JavaClass outermost(JavaClass type) {
		return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
	}

	private static boolean isHidden(JavaClass type) {
		return !type.getModifiers().contains(JavaModifier.PUBLIC);
	}

	private static boolean isNoPackageInfo(JavaClass type) {
		return !type.getSimpleName().equals("package-info") && !type.getModifiers().contains(JavaModifier.SYNTHETIC);
	}

	/** A Javadoc comment stands before the first type of the file. */
	private static boolean isIntroduced(String source) {
		var type = Pattern
			.compile("(?m)^(public |final |abstract |sealed |non-sealed )*"
					+ "(class|interface|record|enum|@interface) ")
			.matcher(source);
		int comment = source.indexOf("/**");
		return comment >= 0 && comment < (type.find() ? type.start() : source.length());
	}

	private static List<String> longer(Path root, String ending, int lines) {
		return SourceFiles.in(root, ending)
			.filter((file) -> SourceFiles.read(file).lines().count() > lines)
			.map(Path::toString)
			.toList();
	}

}
