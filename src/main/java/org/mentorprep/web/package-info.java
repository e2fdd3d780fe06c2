/**
 * Filter chains, headers, error pages, rate limits, the layout's data. No package uses
 * it. Must stay true: all authorisation of URLs stands in SecurityConfiguration.
 */
@NullMarked
package org.mentorprep.web;

import org.jspecify.annotations.NullMarked;
