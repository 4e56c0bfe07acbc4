namespace IsolationModel;

/// <summary>What a stack is made of, outermost first.</summary>
public sealed class StackLayers
{
    internal StackLayers(Platform platform, Technology runtime, Technology? engine) => (Platform, Runtime, Engine) = (platform, runtime, engine);

    /// <summary>The platform that starts the workload.</summary>
    public Platform Platform { get; }

    /// <summary>What the platform starts it with.</summary>
    public Technology Runtime { get; }

    /// <summary>What runs the workload's code inside, or null.</summary>
    public Technology? Engine { get; }

    /// <summary>The layers, such as <c>Kubernetes + Kata Containers</c>.</summary>
    public override string ToString() => Engine is null ? $"{Platform.Name} + {Runtime.Name}" : $"{Platform.Name} + {Runtime.Name} + {Engine.Name}";
}
