/** Record layouts of banks' payment files as Bindy classes, and what turns a Bindy class into text and back. */
@NullMarked
package vn.chitra.hub.dispatch.bankfile.camel;

import org.jspecify.annotations.NullMarked;
