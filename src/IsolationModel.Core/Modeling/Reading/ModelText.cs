namespace IsolationModel.Modeling.Reading;

/// <summary>One model file: a part of a model, or an overlay.</summary>
/// <param name="Path">Its path as it shall be shown; never opened.</param>
/// <param name="Text">Its decoded text.</param>
public sealed record ModelText(string Path, string Text);
