/** A part of an application that is not ours, which needs a database. */
@NullMarked
package com.example.stock;

import org.jspecify.annotations.NullMarked;
