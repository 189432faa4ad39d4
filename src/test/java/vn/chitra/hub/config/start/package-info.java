/** What the hub says before it starts. */
@NullMarked
package vn.chitra.hub.config.start;

import org.jspecify.annotations.NullMarked;
