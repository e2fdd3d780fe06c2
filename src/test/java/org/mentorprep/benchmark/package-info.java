/**
 * Measures what launches, a mentor's work and the lists of staff cost: the packaged tool
 * as a process of its own, driven over HTTP by another. Runs only when it is asked for:
 * {@code mvn -Pbenchmark verify}; see {@code docs/performance.md}.
 */
package org.mentorprep.benchmark;
