using System.Collections.Immutable;
using IsolationModel.Modeling;

namespace IsolationModel.Generators.Inputs;

/// <summary>The files of a project that the generator reads, in the order in which the compiler has them.</summary>
/// <param name="Models">The model files.</param>
/// <param name="Settings">The settings files.</param>
internal sealed record ProjectFiles(EquatableArray<ModelFile> Models, EquatableArray<SettingsText> Settings)
{
    /// <summary>Sorts files by what they are.</summary>
    public static ProjectFiles Of(ImmutableArray<ProjectFile> files)
    {
        var (models, settings) = (new List<ModelFile>(), new List<SettingsText>());
        foreach (var file in files)
        {
            if (file is ModelFile model)
            {
                models.Add(model);
            }
            else
            {
                settings.Add((SettingsText)file);
            }
        }

        return new ProjectFiles(new EquatableArray<ModelFile>([.. models]), new EquatableArray<SettingsText>([.. settings]));
    }
}
