/** Login to the console, and the calls that each role may make. */
@NullMarked
package vn.chitra.hub.operations.web;

import org.jspecify.annotations.NullMarked;
