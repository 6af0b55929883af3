INSERT INTO decline_reasons (flow_id, reasons) VALUES ('flow0bef', '["No nights"]');
