package org.mentorprep.registration;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.PlatformEntry;
import org.mentorprep.platform.WebAddress;

/**
 * One URL of a registration, by the rules of {@link WebAddress}. An empty text is left to
 * {@code @NotBlank}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebUrl.Rule.class)
@interface WebUrl {

	/** Whether it is the name of an issuer, too. */
	boolean issuer() default false;

	/** Not used: what is wrong decides. */
	String message() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Gives each problem its own message. */
	class Rule implements ConstraintValidator<WebUrl, String> {

		private boolean issuer;

		@Override
		public void initialize(WebUrl url) {
			this.issuer = url.issuer();
		}

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			if (text == null || text.isEmpty()) {
				return true;
			}
			WebAddress.Problem problem = this.issuer ? WebAddress.problemOfIssuer(text, PlatformEntry.MAX_ID_LENGTH)
					: WebAddress.problem(text);
			if (problem != null) {
				context.disableDefaultConstraintViolation();
				context.buildConstraintViolationWithTemplate(PlatformForm.PROBLEM + problem.key())
					.addConstraintViolation();
			}
			return problem == null;
		}

	}

}
