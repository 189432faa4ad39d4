/** The route files as a catalogue: what Camel starts with silently, and what a table of contents may not hold. */
@NullMarked
package vn.chitra.hub.routes;

import org.jspecify.annotations.NullMarked;
