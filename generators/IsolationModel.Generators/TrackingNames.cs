namespace IsolationModel.Generators;

/// <summary>Names of the pipeline's steps; tests ask the driver by them whether a step was run again.</summary>
internal static class TrackingNames
{
    /// <summary>One model file's path and text.</summary>
    public const string Files = nameof(Files);

    /// <summary>The settings file's path and text.</summary>
    public const string SettingsFile = nameof(SettingsFile);

    /// <summary>What is wrong in the settings.</summary>
    public const string SettingsFindings = nameof(SettingsFindings);

    /// <summary>The properties of the project.</summary>
    public const string Options = nameof(Options);

    /// <summary>What the project's language version allows.</summary>
    public const string Language = nameof(Language);

    /// <summary>All files read: the model and the findings, which hold places and so change with every blank.</summary>
    public const string Reading = nameof(Reading);

    /// <summary>The model without any place in a text.</summary>
    public const string Model = nameof(Model);

    /// <summary>What is wrong in the files.</summary>
    public const string Findings = nameof(Findings);

    /// <summary>Everything that will be written, decided.</summary>
    public const string Plan = nameof(Plan);

    /// <summary>One technology.</summary>
    public const string Technologies = nameof(Technologies);

    /// <summary>One scale.</summary>
    public const string Scales = nameof(Scales);

    /// <summary>The catalogues.</summary>
    public const string Catalogs = nameof(Catalogs);

    /// <summary>The typed names of attributes.</summary>
    public const string Attributes = nameof(Attributes);

    /// <summary>Properties of technologies for attributes.</summary>
    public const string Properties = nameof(Properties);

    /// <summary>Constants for needs and words.</summary>
    public const string Words = nameof(Words);

    /// <summary>The typed parts of needs.</summary>
    public const string Needs = nameof(Needs);

    /// <summary>Settings of pods and facts of nodes.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The model as a whole: its id, version and hash.</summary>
    public const string Facts = nameof(Facts);

    /// <summary>What went wrong while planning.</summary>
    public const string Failure = nameof(Failure);
}
