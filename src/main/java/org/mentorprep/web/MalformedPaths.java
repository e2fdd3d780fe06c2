package org.mentorprep.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Answers a path whose id or number is none like one that leads nowhere (404). A
 * parameter of the wrong type stays a bad request (400), and so does a body of the wrong
 * type (415).
 */
@ControllerAdvice
class MalformedPaths {

	@ExceptionHandler
	void answer(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) throws IOException {
		boolean path = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
		response.sendError(path ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
	}

	/**
	 * A plain form where a file belongs, parts that can't be read, or too much of them.
	 */
	@ExceptionHandler
	void answer(MultipartException unreadable, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (unreadable instanceof MaxUploadSizeExceededException) {
			response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
		}
		else {
			boolean ofParts = String.valueOf(request.getContentType()).startsWith("multipart/");
			response.sendError(
					ofParts ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
		}
	}

}
