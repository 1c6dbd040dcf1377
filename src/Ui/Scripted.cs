namespace Saima.Ui;

/// <summary>A page that loads scripts of our own; on every other page the browser is told to run none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScriptedAttribute : Attribute;

/// <summary>A page that other sites may show in a frame, as far as the operator lets them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EmbeddableAttribute : Attribute;

/// <summary>A page that shows another page of this site in a frame.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FramingAttribute : Attribute;
