package org.mentorprep.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Answers a path whose id or number is none like one that leads nowhere (404). A
 * parameter of the wrong type stays a bad request (400).
 */
@ControllerAdvice
class MalformedPaths {

	@ExceptionHandler
	void answer(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) throws IOException {
		boolean path = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
		response.sendError(path ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
	}

}
