package org.mentorprep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;

import org.mentorprep.testing.SourceFiles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds up the habits: names, visibility, the clock, HTTP, introductions and sizes. */
class HouseRulesTests {

	private static final Path MAIN = Path.of("src/main/java");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final JavaClasses HOUSE = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("org.mentorprep");

	@Test
	void typesAreNamedForWhatTheyAreNotForTheirLayer() {
		noClasses().should()
			.haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|DTO|Mapper)")
			.because("a suffix for a layer says nothing of the thing")
			.check(HOUSE);
	}

	@Test
	void controllersAndConfigurationsArePrivateToTheirRoom() {
		classes().that()
			.areMetaAnnotatedWith(Controller.class)
			.or()
			.areAnnotatedWith(Configuration.class)
			.should()
			.notBePublic()
			.allowEmptyShould(true)
			.check(HOUSE);
	}

	@Test
	void nothingIsInjectedIntoFields() {
		noFields().should().beAnnotatedWith(Autowired.class).check(HOUSE);
	}

	@Test
	void loggersAreCalledLog() {
		fields().that().haveRawType(Logger.class).should().haveName("log").check(HOUSE);
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
			.check(HOUSE);
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
			.check(HOUSE);
	}

	@Test
	void theWireKnowsNoDatabaseAndNoMvc() {
		noClasses().that()
			.resideInAPackage("org.mentorprep.lti..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.jdbc..", "org.springframework.web.servlet..",
					"org.springframework.web.bind..")
			.check(HOUSE);
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
			.check(HOUSE.that(notAPackageInfo()));
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
			.filter((file) -> !introduced(SourceFiles.read(file)))
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

	private static DescribedPredicate<JavaClass> notAPackageInfo() {
		return DescribedPredicate.describe("not a package-info", (type) -> !type.getSimpleName().equals("package-info")
				&& !type.getModifiers().contains(JavaModifier.SYNTHETIC));
	}

	/** A Javadoc comment stands before the first type of the file. */
	private static boolean introduced(String source) {
		int type = firstTypeAt(source);
		int comment = source.indexOf("/**");
		return comment >= 0 && comment < type;
	}

	private static int firstTypeAt(String source) {
		var type = Pattern
			.compile("(?m)^(public |final |abstract |sealed |non-sealed )*"
					+ "(class|interface|record|enum|@interface) ")
			.matcher(source);
		return type.find() ? type.start() : source.length();
	}

	private static List<String> longer(Path root, String ending, int lines) {
		return SourceFiles.in(root, ending)
			.filter((file) -> SourceFiles.read(file).lines().count() > lines)
			.map(Path::toString)
			.toList();
	}

}
