/**
 * The crash harness: plays months while the hub's process, its databases, its broker's journal and its connections are broken on purpose,
 * and checks the results independently.
 */
@NullMarked
package vn.chitra.hub.crash;

import org.jspecify.annotations.NullMarked;
