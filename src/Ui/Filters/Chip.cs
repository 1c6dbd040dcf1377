namespace Saima.Ui.Filters;

/// <summary>A condition that is in force.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Value">What is asked for.</param>
/// <param name="Without">The address of the list without it.</param>
public sealed record Chip(string Label, string Value, string Without);
