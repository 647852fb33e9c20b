"""Given names that begin a person's name in French texts; those that are common words, places or
names of houses (*Marine*, *Florence*, *Rose*) are left out."""

import re

_NAMES = """
Abdel Abdelkader Abdoulaye Adama Adel Adrien Agathe Agnès Ahmed Alain Alexandra Alexandre Alexis
Ali Alice Alicia Aline Amadou Amandine Amina Aminata Amine Amélie Anaïs André Andrée Anissa Anne
Annick Annie Anthony Antoine Antoinette Antonio Arlette Armelle Arnaud Arthur Assia Audrey Aurélie
Aurélien Awa Aya Aziz Aïcha Aïssata Bakary Baptiste Bastien Benjamin Benoît Bernadette Bernard
Bertrand Bilal Binta Boubacar Bouchra Brahim Brigitte Bruno Bryan Béatrice Camille Carine Carlos
Carole Caroline Catherine Chantal Charles Charlotte Cheikh Chloé Christelle Christian Christiane
Christine Christophe Chérif Cindy Claire Claude Claudine Clémence Clément Coralie Corinne Cyril
Cécile Cédric Céline Dalila Damien Daniel Danielle Danièle David Delphine Demba Denis Denise
Didier Djamila Djibril Dominique Driss Dylan Edith Emilie Emmanuel Emmanuelle Enzo Eric Estelle
Ethan Eugénie Fabien Fabienne Fabrice Fadila Fanny Farid Farida Fatiha Fatima Fatou Fatoumata
Fernando Florent Florian Fouad Franck François Françoise Frédéric Frédérique Gabriel Gaëlle
Geneviève Georges Ghislaine Gilles Gisèle Grégory Guillaume Gwenaëlle Gérald Gérard Habib Hakim
Hamid Hamza Hanane Hassan Henri Hervé Houria Hubert Hugo Hugues Hélène Ibrahim Ibrahima Idriss
Ilyes Imane Isabelle Issa Jacqueline Jacques Jamal Jamel Jean Jeanne Jeannine Jennifer Jessica
Jonathan Jordan Joseph Josette Josiane Joël Joëlle Jules Julie Julien Juliette Justine Jérémy
Jérôme Kadiatou Kamel Karim Karima Karine Katia Kenza Kevin Khadija Khaled Kévin Laetitia Lamia
Lamine Latifa Laura Laure Laurence Laurent Laëtitia Leila Leïla Liliane Lina Lionel Lisa Lise Lola
Louis Louise Loïc Luc Lucas Lucie Ludovic Lydie Léa Léna Léo Madeleine Maeva Magali Malik Malika
Mamadou Manon Manuel Marc Marcel Marguerite Maria Mariam Marie Marielle Marina Marion Martial
Martine Marylène Mathieu Mathilde Mathis Matthieu Maurice Maxime Mehdi Michaël Michel Michèle
Mickaël Mireille Mohamed Mohammed Mokhtar Monique Mounir Mourad Moussa Muriel Mustapha Myriam
Mélanie Nabil Nadia Nadine Nadège Najat Nassim Nathalie Nathan Naïma Nicolas Nicole Noah Nora
Noura Noël Noëlle Odette Odile Olivier Omar Oumar Oumou Ousmane Pascal Pascale Patrice Patricia
Patrick Paul Paule Pauline Philippe Pierre Rachel Rachid Rachida Rania Raphaël Rayan Raymond
Renaud René Renée Richard Robert Roger Roland Romain Ryan Régine Régis Rémi Rémy Sabine Sabrina
Sacha Salim Salima Salimata Samba Sami Samir Samuel Sandra Sandrine Sarah Serge Seydou Simone
Sofiane Solange Sonia Sophie Soraya Souleymane Steven Stéphane Stéphanie Suzanne Sylvain Sylvie
Sébastien Séverine Tarek Thibault Thierry Thomas Théo Thérèse Valérie Vanessa Vincent Virginie
Viviane Véronique Wilfried Xavier Yacine Yamina Yann Yannick Yasmina Yasmine Yolande Youssef Yves
Yvette Yvon Yvonne Zineb Zohra Zoé Édith Élisabeth Élise Élodie Émilie Éric Étienne Évelyne
"""
GIVEN = "(?:" + "|".join(re.findall("[^ \n]+", _NAMES)) + ")"
"""One given name, as a pattern."""
