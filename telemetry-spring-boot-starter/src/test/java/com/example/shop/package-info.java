/** An application that is not ours: what any team might have written, with the starter on its class path. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
