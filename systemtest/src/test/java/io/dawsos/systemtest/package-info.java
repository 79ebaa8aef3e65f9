/** Tests of the whole from outside: by command line, HTTP and files. */
@NullMarked
package io.dawsos.systemtest;

import org.jspecify.annotations.NullMarked;
