package org.mentorprep;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.hibernate.validator.HibernateValidator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Refuses to start with settings that are misspelt or have values that make no sense. It
 * tells all of them at once, before anything else happens: before there is a bean, and
 * before the database is opened.
 */
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	private static final Logger log = LoggerFactory.getLogger(SettingsCheck.class);

	/** What a value of this type looks like. */
	private static final Map<String, String> FORMS = Map.of("java.time.Duration",
			"is not a duration, such as 500ms, 30s, 10m or 7d", "java.lang.Integer", "is not a whole number",
			"java.lang.Boolean", "is neither true nor false", "java.time.ZoneId",
			"is not a time zone, such as Europe/London");

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		SettingNames names = SettingNames.load();
		if (names.isEmpty()) {
			log.warn("The settings are not checked: the tool was compiled without their names");
			return;
		}
		// Another Spring application in this process, such as an LMS of the tests, has
		// none.
		if (SettingNames.in(context.getEnvironment()).findAny().isPresent()) {
			check(names, context.getEnvironment());
		}
	}

	/**
	 * @throws ConfigurationRefused with everything that is wrong
	 */
	static void check(SettingNames names, ConfigurableEnvironment environment) {
		List<String> problems = new ArrayList<>(names.unknown(environment));
		List<String> actions = new ArrayList<>();
		Binder binder = Binder.get(environment);
		SortedSet<String> unreadable = new TreeSet<>();
		names.types().forEach((name, type) -> unreadable(binder, name, type).ifPresent((problem) -> {
			unreadable.add(name);
			problems.add(problem);
		}));
		try (ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
			.configure()
			.defaultLocale(Locale.UK)
			.buildValidatorFactory()) {
			names.groups()
				.stream()
				.filter((group) -> !names.holds(group, unreadable))
				.forEach((group) -> problems.addAll(invalid(binder, group, names, factory, actions)));
		}
		new Surroundings(environment).problems().forEach(problems::add);
		if (!problems.isEmpty()) {
			actions.add("Correct these settings and start again; docs/operating.md lists all of them. "
					+ "The database was not opened.");
			throw new ConfigurationRefused(problems, String.join(" ", new LinkedHashSet<>(actions)));
		}
	}

	/** A value that is not of the type of its setting. */
	private static Optional<String> unreadable(Binder binder, String name, String type) {
		if (type.contains("<")) {
			return Optional.empty();
		}
		try {
			binder.bind(name, Bindable.of(ClassUtils.resolveClassName(type, null)));
			return Optional.empty();
		}
		catch (BindException ex) {
			Object value = (ex.getProperty() != null) ? ex.getProperty().getValue() : "";
			return Optional.of(name + " '" + value + "' " + FORMS.getOrDefault(type, "can't be read as " + type) + ".");
		}
	}

	/** What the annotations of a type, or its constructor, find wrong. */
	private static List<String> invalid(Binder binder, SettingNames.Group group, SettingNames names,
			ValidatorFactory factory, List<String> actions) {
		try {
			Object settings = binder.bindOrCreate(group.prefix(),
					Bindable.of(ClassUtils.resolveClassName(group.type(), null)));
			return factory.getValidator()
				.validate(settings)
				.stream()
				.map((violation) -> sentence(group.prefix(), violation, names))
				.sorted()
				.toList();
		}
		catch (BindException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof ConfigurationRefused refused) {
					actions.add(refused.action());
					return refused.problems();
				}
			}
			return List.of(ex.getName() + " can't be used: " + ex.getMessage() + ".");
		}
	}

	/** Without the value of a text, which may be a secret. */
	private static String sentence(String prefix, ConstraintViolation<?> violation, SettingNames names) {
		String name = prefix + "."
				+ violation.getPropertyPath().toString().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
		if (!names.types().containsKey(name)) {
			return violation.getMessage() + ".";
		}
		String value = (violation.getInvalidValue() instanceof String) ? "" : " (" + violation.getInvalidValue() + ")";
		return name + value + " " + violation.getMessage() + ".";
	}

}
