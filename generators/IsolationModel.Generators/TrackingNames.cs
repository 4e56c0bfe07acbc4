namespace IsolationModel.Generators;

/// <summary>Names of the pipeline's steps; tests ask the driver by them whether a step was run again.</summary>
internal static class TrackingNames
{
    /// <summary>One file's path and text: a model, or the settings.</summary>
    public const string Files = nameof(Files);

    /// <summary>What is wrong in the settings.</summary>
    public const string SettingsFindings = nameof(SettingsFindings);

    /// <summary>The properties of the project, and what its language version allows.</summary>
    public const string Options = nameof(Options);

    /// <summary>All models read: the model and the findings, which hold places and so change with every blank.</summary>
    public const string Reading = nameof(Reading);

    /// <summary>The model without any place in a text.</summary>
    public const string Model = nameof(Model);

    /// <summary>Everything that will be written, decided, a unit for each file.</summary>
    public const string Units = nameof(Units);
}
