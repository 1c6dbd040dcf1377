namespace Saima.Kernel.Refusals;

/// <summary>Settings with which a host must not go on; it ends with what the refusal says.</summary>
public sealed class UnusableSettingsException : Exception
{
    public UnusableSettingsException(Refusal refusal)
        : base(refusal?.Message.En) => Refusal = refusal!;

    public UnusableSettingsException()
        : this(new Refusal("SETTINGS", new("设置有误。", "The settings are faulty."), new("核对环境变量。", "Check the environment.")))
    {
    }

    public UnusableSettingsException(string message)
        : base(message) => Refusal = new("SETTINGS", new(message, message), new("核对环境变量。", "Check the environment."));

    public UnusableSettingsException(string message, Exception inner)
        : base(message, inner) => Refusal = new("SETTINGS", new(message, message), new("核对环境变量。", "Check the environment."));

    public Refusal Refusal { get; }
}
