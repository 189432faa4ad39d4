/** Who enters the console, and what each role may call. */
@NullMarked
package vn.chitra.hub.operations.web;

import org.jspecify.annotations.NullMarked;
