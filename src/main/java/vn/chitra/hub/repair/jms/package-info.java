/** Actions of persons on the broker's queues. */
@NullMarked
package vn.chitra.hub.repair.jms;

import org.jspecify.annotations.NullMarked;
