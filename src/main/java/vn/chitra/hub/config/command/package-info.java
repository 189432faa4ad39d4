/** The commands beside the hub itself: what a person runs at the machine, with the hub's own settings and without its routes. */
@NullMarked
package vn.chitra.hub.config.command;

import org.jspecify.annotations.NullMarked;
