namespace Saima.Kernel.Refusals;

/// <summary>
/// A command that was understood and is refused: a named value, not a bug. Mapped once to an exit status, a banner and ProblemDetails.
/// </summary>
[method: System.Text.Json.Serialization.JsonConstructor]
public sealed record Refusal(string Code, Phrase Message, Phrase Remedy, IReadOnlyList<Problem> Problems)
{
    public Refusal(string code, Phrase message, Phrase remedy)
        : this(code, message, remedy, [])
    {
    }
}

/// <summary>Either the value of a use case or its refusal.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
