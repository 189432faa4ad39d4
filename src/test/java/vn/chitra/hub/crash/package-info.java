/**
 * The crash harness: months played while the hub's process, its databases, its broker's journal and its connections are broken on
 * purpose, and an independent look at the books afterwards.
 */
@NullMarked
package vn.chitra.hub.crash;

import org.jspecify.annotations.NullMarked;
