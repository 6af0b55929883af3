INSERT INTO flow_texts (flow_id, title, lexemes, rules) VALUES ('flow before', ' a role of before ', '''t:role''', 1);
