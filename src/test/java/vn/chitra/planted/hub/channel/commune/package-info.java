@NullMarked
package vn.chitra.planted.hub.channel.commune;

import org.jspecify.annotations.NullMarked;
