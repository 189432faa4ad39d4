/** The first README command: one month of the province, played on business time. */
@NullMarked
package vn.chitra.hub.demo;

import org.jspecify.annotations.NullMarked;
