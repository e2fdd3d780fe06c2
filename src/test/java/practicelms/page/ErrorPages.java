package practicelms.page;

import java.util.Map;

import practicelms.launch.PageMissing;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows errors as HTML to everyone, also to a program that would rather have JSON. */
@ControllerAdvice
class ErrorPages {

	@ExceptionHandler
	ModelAndView missing(PageMissing missing) {
		return new ModelAndView("error", Map.of("message", missing.getMessage()), HttpStatus.NOT_FOUND);
	}

}
