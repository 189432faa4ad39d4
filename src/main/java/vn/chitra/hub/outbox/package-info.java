/** The transactional outbox: messages written with the change, relayed to the queues after the commit. */
@NullMarked
package vn.chitra.hub.outbox;

import org.jspecify.annotations.NullMarked;
