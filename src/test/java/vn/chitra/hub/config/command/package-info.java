/** The commands beside the hub, each by its arguments, its printed lines and its exit status. */
@NullMarked
package vn.chitra.hub.config.command;

import org.jspecify.annotations.NullMarked;
