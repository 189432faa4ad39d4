/** What Camel knows about the partners' inboxes. */
@NullMarked
package vn.chitra.hub.operations.camel;

import org.jspecify.annotations.NullMarked;
