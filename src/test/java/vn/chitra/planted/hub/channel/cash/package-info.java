@NullMarked
package vn.chitra.planted.hub.channel.cash;

import org.jspecify.annotations.NullMarked;
