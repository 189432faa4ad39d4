/** The parts shared by all banks with text files: records, names, statements, account opening (contract §1, §2). */
@NullMarked
package vn.chitra.hub.channel.bankfile;

import org.jspecify.annotations.NullMarked;
