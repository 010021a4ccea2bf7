"""One function for each thing a person does. Every public function here goes through the door."""
