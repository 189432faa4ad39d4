/** What must leave after a commit: written with the change, relayed to the queues afterwards. */
@NullMarked
package vn.chitra.hub.outbox;

import org.jspecify.annotations.NullMarked;
