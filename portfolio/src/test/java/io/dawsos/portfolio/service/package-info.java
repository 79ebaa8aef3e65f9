@NullMarked
package io.dawsos.portfolio.service;

import org.jspecify.annotations.NullMarked;
