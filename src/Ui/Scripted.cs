namespace Saima.Ui;

/// <summary>A page that loads scripts of our own; on every other page the browser is told to run none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScriptedAttribute : Attribute;
