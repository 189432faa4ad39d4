/** The state of the partners' inboxes in Camel. */
@NullMarked
package vn.chitra.hub.operations.camel;

import org.jspecify.annotations.NullMarked;
