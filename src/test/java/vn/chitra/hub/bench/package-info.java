/** The benchmark of the bulk path: a province's month through a hub process of its own, timed stage by stage. */
@NullMarked
package vn.chitra.hub.bench;

import org.jspecify.annotations.NullMarked;
