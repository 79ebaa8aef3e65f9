package com.example.stock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a shop has in its database. Apart, as not every shop has one. */
@RestController
public class StockController {

    private final JdbcClient database;

    StockController(JdbcClient database) {
        this.database = database;
    }

    @GetMapping("/stock")
    int stock() {
        return database.sql("select 42").query(Integer.class).single();
    }
}
