/**
 * The roof: filter chains, headers, error pages, clock. Nobody depends on it. Must stay
 * true: all authorisation of URLs stands in SecurityConfiguration.
 */
@NullMarked
package org.mentorprep.web;

import org.jspecify.annotations.NullMarked;
