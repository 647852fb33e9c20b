"""Given names that begin a person's name in French texts; those that are common words, places or
names of houses (*Marine*, *Florence*, *Rose*) are left out."""

import re

_NAMES = """
Adrien Agathe Agnès Alain Alexandra Alexandre Alexis Alice Aline Amandine Amélie Anaïs André Andrée
Anne Annick Annie Anthony Antoine Antoinette Arlette Armelle Arnaud Arthur Audrey Aurélie Aurélien
Baptiste Bastien Béatrice Benjamin Benoît Bernadette Bernard Bertrand Brigitte Bruno Camille Carine
Carole Caroline Catherine Cécile Cédric Céline Chantal Charles Charlotte Christelle Christian
Christiane Christine Christophe Claire Claude Claudine Clémence Clément Coralie Corinne Cyril Damien
Daniel Danièle Danielle David Delphine Denis Denise Didier Dominique Edith Édith Élisabeth Élise
Élodie Emilie Émilie Emmanuel Emmanuelle Éric Eric Estelle Étienne Eugénie Évelyne Fabien Fabienne
Fabrice Fanny Fatima Florent Florian Franck François Françoise Frédéric Frédérique Gaëlle Geneviève
Georges Gérald Gérard Ghislaine Gilles Gisèle Grégory Guillaume Gwenaëlle Hélène Henri Hervé Hubert
Hugues Isabelle Jacqueline Jacques Jean Jeanne Jeannine Jennifer Jérémy Jérôme Joël
Joëlle Joseph Josette Josiane Julie Julien Juliette Justine Karim Karine Katia Laëtitia Laetitia
Laure Laurence Laurent Léa Liliane Lionel Lise Loïc Louis Louise Luc Lucas Lucie Ludovic Lydie
Madeleine Magali Malika Manon Marc Marcel Marguerite Marie Marielle Marina Marion Martial Martine
Marylène Mathieu Mathilde Matthieu Maurice Maxime Mélanie Michaël Michel Michèle Mickaël Mireille
Mohamed Monique Muriel Myriam Nadège Nadia Nadine Nathalie Nicolas Nicole Noël Noëlle Odette Odile
Olivier Pascal Pascale Patrice Patricia Patrick Paul Paule Pauline Philippe Pierre Rachel Rachid
Raphaël Raymond Régine Régis Rémi Rémy Renaud René Renée Richard Robert Roger Roland Romain Sabine
Sabrina Samuel Sandra Sandrine Sarah Sébastien Serge Séverine Simone Solange Sonia Sophie Stéphane
Stéphanie Suzanne Sylvain Sylvie Thérèse Thibault Thierry Thomas Valérie Vanessa Véronique Vincent
Virginie Viviane Wilfried Xavier Yann Yannick Yolande Yves Yvette Yvon Yvonne Zoé
"""
GIVEN = "(?:" + "|".join(re.findall("[^ \n]+", _NAMES)) + ")"
"""One given name, as a pattern."""
