@NullMarked
package vn.chitra.planted.hub.channel.bankapi;

import org.jspecify.annotations.NullMarked;
