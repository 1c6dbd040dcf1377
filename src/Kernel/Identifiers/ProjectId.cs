namespace Saima.Kernel.Identifiers;

/// <summary>The district's own key of a project, as its package has it; codes issued elsewhere change, this one does not.</summary>
public readonly record struct ProjectId
{
    public ProjectId(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        Text = text;
    }

    public string Text { get; }

    public override string ToString() => Text;
}
